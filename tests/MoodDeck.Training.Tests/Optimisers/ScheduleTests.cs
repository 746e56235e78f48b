using MoodDeck.Training.Optimisers;

namespace MoodDeck.Training.Tests.Optimisers;

public sealed class ScheduleTests
{
    [Fact]
    public void Cosine_OverARun_RisesToThePeakAndFallsToZero()
    {
        var schedule = new CosineSchedule(0.1, WarmUp: 0.1);
        Assert.Equal(0, schedule.At(0), 12);
        Assert.Equal(0.05, schedule.At(0.05), 12);
        Assert.Equal(0.1, schedule.At(0.1), 12);
        Assert.Equal(0.05, schedule.At(0.55), 12);
        Assert.Equal(0, schedule.At(1), 12);
    }

    [Fact]
    public void OneCycle_OverARun_StartsLowPeaksAndEndsLower()
    {
        var schedule = new OneCycleSchedule(0.1);
        Assert.Equal(0.004, schedule.At(0), 12);
        Assert.Equal(0.1, schedule.At(0.3), 12);
        Assert.Equal(4e-7, schedule.At(1), 12);
        Assert.True(schedule.At(0.15) < schedule.At(0.25));
        Assert.True(schedule.At(0.5) > schedule.At(0.8));
    }
}
