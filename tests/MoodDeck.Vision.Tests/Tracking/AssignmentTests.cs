using MoodDeck.Vision.Tracking;

namespace MoodDeck.Vision.Tests.Tracking;

public sealed class AssignmentTests
{
    [Fact]
    public void Solve_RandomCosts_IsAsCheapAsTheBestOfAllWays()
    {
        Random random = new(5);
        for (var round = 0; round < 300; round++)
        {
            int rows = random.Next(1, 5), columns = rows + random.Next(0, 3);
            var cost = new double[rows, columns];
            for (var r = 0; r < rows; r++) for (var c = 0; c < columns; c++) cost[r, c] = random.Next(0, 20);
            var solved = Assignment.Solve(cost);
            Assert.Equal(rows, solved.Distinct().Count());
            Assert.Equal(Cheapest(cost, 0, []), Enumerable.Range(0, rows).Sum(r => cost[r, solved[r]]));
        }
    }

    [Fact]
    public void Solve_NoRows_IsEmpty() => Assert.Empty(Assignment.Solve(new double[0, 3]));

    [Fact]
    public void Solve_TooFewColumns_IsRefused() => Assert.Throws<ArgumentException>(() => Assignment.Solve(new double[3, 2]));

    private static double Cheapest(double[,] cost, int row, HashSet<int> taken)
    {
        if (row == cost.GetLength(0)) return 0;
        var best = double.PositiveInfinity;
        for (var c = 0; c < cost.GetLength(1); c++)
        {
            if (!taken.Add(c)) continue;
            best = Math.Min(best, cost[row, c] + Cheapest(cost, row + 1, taken));
            taken.Remove(c);
        }

        return best;
    }
}
