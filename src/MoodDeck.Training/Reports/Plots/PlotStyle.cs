namespace MoodDeck.Training.Reports.Plots;

/// <summary>How drawings look, on a page and as files of their own: light, dark and told apart without colours.</summary>
internal static class PlotStyle
{
    /// <summary>The colours; those of a page among them.</summary>
    public const string Colours =
        """
        :root{color-scheme:light dark;--page:#fff;--ink:#1b1b1b;--soft:#595959;--rule:#d4d4d4;--tint:#f5f5f3;--warn:#fff6e0;--edge:#b26a00;--heat:#0072b2;
          --c0:#0072b2;--c1:#c34e00;--c2:#00795a;--c3:#a8457e;--c4:#8a6100;--c5:#404040}
        @media (prefers-color-scheme:dark){:root{--page:#15171a;--ink:#e9e9e6;--soft:#a9aaa6;--rule:#3b3f44;--tint:#1e2125;--warn:#33290f;--edge:#e0a030;--heat:#1484c8;
          --c0:#56b4e9;--c1:#ff9457;--c2:#35c79d;--c3:#e79fc6;--c4:#e6b73c;--c5:#d0d0d0}}
        """;

    /// <summary>The marks of a drawing.</summary>
    public const string Marks =
        """
        svg text{font:11.5px system-ui,-apple-system,"Segoe UI","Liberation Sans",sans-serif;fill:var(--ink);font-variant-numeric:tabular-nums}
        svg .name{fill:var(--soft)}
        svg .faint{fill:var(--soft);opacity:.6}
        svg .small{font-size:10px}
        svg .strong{font-weight:600}
        svg .grid{stroke:var(--rule);stroke-width:1}
        svg .axis{stroke:var(--ink);stroke-width:1}
        svg .ideal{stroke:var(--soft);stroke-width:1.5;stroke-dasharray:5 4}
        svg .whisker{stroke:var(--ink);stroke-width:1.3}
        svg .line{fill:none;stroke-width:1.8;stroke-linejoin:round}
        svg .mark{stroke:var(--page);stroke-width:.8}
        svg .ring{fill:none;stroke:var(--ink);stroke-width:1.5}
        svg .bar{fill-opacity:.75}
        svg .bar.s1{fill-opacity:.55}
        svg .dot{fill-opacity:.4}
        svg .cell{fill:none;stroke:var(--rule)}
        svg .heat{fill:var(--heat)}
        .s0{fill:var(--c0);stroke:var(--c0)}.s1{fill:var(--c1);stroke:var(--c1)}.s2{fill:var(--c2);stroke:var(--c2)}
        .s3{fill:var(--c3);stroke:var(--c3)}.s4{fill:var(--c4);stroke:var(--c4)}.s5{fill:var(--c5);stroke:var(--c5)}
        """;
}
