namespace MoodDeck.Web.Tests.Walks;

/// <summary>Training from the settings; a script stands in for the trainer, which has a test of its own on the whole way.</summary>
public sealed class TrainingWalk(Chromium chromium) : IAsyncLifetime
{
    private static readonly FilePayload Zip = new() { Name = "faces.zip", MimeType = "application/zip", Buffer = [.. "PK\x03\x04"u8, .. new byte[500]] };
    private Deck _deck = null!;

    public async ValueTask InitializeAsync() => _deck = await Deck.StartAsync(withMusic: false);

    public ValueTask DisposeAsync() => _deck.DisposeAsync();

    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task Settings_TrainTryKeepGoBack_IsShownAllTheWay(int width, int height)
    {
        Visit.RequireModels();
        await using var visit = await OpenAsync(width, height);
        await visit.Id("train-zip").SetInputFilesAsync(Zip);
        await Assertions.Expect(visit.Id("training")).ToHaveAttributeAsync("data-state", "uploaded");
        await visit.Id("arch-resnet18").CheckAsync();
        await visit.Id("train-epochs").FillAsync("2");
        await visit.Id("train-start").ClickAsync();

        await Assertions.Expect(visit.Id("train-result")).ToContainTextAsync("right on 75% of the 6 pictures kept aside", new() { Timeout = 20_000 });
        await Assertions.Expect(visit.Id("train-curve")).ToHaveAttributeAsync("aria-label", new System.Text.RegularExpressions.Regex("after pass 2 of 2: loss 1.200, right on 75%"));
        await Assertions.Expect(visit.Id("train-skipped")).ToContainTextAsync("train/happy/x.jpg");
        var report = await visit.Page.Context.RunAndWaitForPageAsync(() => visit.Id("train-report").ClickAsync());
        await Assertions.Expect(report.Locator("h1")).ToHaveTextAsync("report");
        await report.CloseAsync();
        await visit.Id("try-photo-input").SetInputFilesAsync(PortraitCamera.Portrait);
        await Assertions.Expect(visit.Id("trial-said")).ToContainTextAsync("happy", new() { Timeout = 20_000 });

        await visit.Id("train-keep").ClickAsync();
        await Assertions.Expect(visit.Id("model-in-use")).ToHaveAttributeAsync("data-kept", "true");
        await visit.Id("train-go-back").ClickAsync();
        await Assertions.Expect(visit.Id("model-in-use")).ToHaveAttributeAsync("data-kept", "false");

        await visit.Id("train-remove").ClickAsync();
        await visit.Id("train-remove").ClickAsync();
        await Assertions.Expect(visit.Id("train-zip")).ToHaveCountAsync(1);
        Assert.False(await visit.Id("settings").EvaluateAsync<bool>("(d) => d.scrollWidth > d.clientWidth"));
        await visit.Page.GoBackAsync();
        await Assertions.Expect(visit.Id("dial")).ToBeVisibleAsync();
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Settings_StoppedAndResumed_GoesOn()
    {
        await using var visit = await OpenAsync();
        await visit.Id("train-zip").SetInputFilesAsync(Zip);
        await visit.Id("arch-dcnn").CheckAsync();
        await visit.Id("train-start").ClickAsync();
        await Assertions.Expect(visit.Id("run-speed")).ToHaveTextAsync("523");
        await visit.Id("train-stop").ClickAsync();
        await Assertions.Expect(visit.Id("training")).ToHaveAttributeAsync("data-state", "stopped");
        await visit.Id("train-resume").ClickAsync();
        await Assertions.Expect(visit.Id("run-speed")).ToHaveTextAsync("523");
        await visit.Id("train-stop").ClickAsync();
        await Assertions.Expect(visit.Id("training")).ToHaveAttributeAsync("data-state", "stopped");
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task Settings_WhatGoesWrong_IsSaid()
    {
        await using var visit = await OpenAsync();
        await visit.Id("train-zip").SetInputFilesAsync(new FilePayload { Name = "face.png", MimeType = "image/png", Buffer = [1] });
        await Assertions.Expect(visit.Id("train-problem")).ToContainTextAsync("face.png is no zip");
        await visit.Id("train-zip").SetInputFilesAsync(Zip);
        await visit.Id("arch-cnn").CheckAsync();
        await visit.Id("train-start").ClickAsync();
        await Assertions.Expect(visit.Id("training-message")).ToHaveTextAsync("faces.zip holds no picture. Look inside it.");
    }

    private async Task<Visit> OpenAsync(int width = 1440, int height = 900)
    {
        var visit = await Visit.OpenAsync(chromium, _deck.Address, width, height);
        await visit.Id("guide-later").ClickAsync();
        await visit.Page.EvaluateAsync("location.hash = 'settings/train'");
        await Assertions.Expect(visit.Id("model-in-use")).ToBeVisibleAsync();
        return visit;
    }
}
