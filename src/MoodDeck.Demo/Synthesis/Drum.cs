namespace MoodDeck.Demo.Synthesis;

/// <summary>What a drum part can strike.</summary>
internal enum Drum
{
    Kick, Snare, Rim, Clap, HatClosed, HatOpen, Ride, Crash, TomLow, TomMid, TomHigh, Shaker, Tambourine, BrushTap, BrushSweep,
    CongaLow, CongaHigh, Taiko, FrameDrum, Woodblock, Triangle, Anvil, Tick, Heartbeat, Riser,
}
