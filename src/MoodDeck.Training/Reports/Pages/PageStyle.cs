namespace MoodDeck.Training.Reports.Pages;

/// <summary>How a report looks: light, dark and on paper.</summary>
internal static class PageStyle
{
    /// <summary>The style sheet. It has no character that XML would have to escape.</summary>
    public const string Css =
        """
        :root{color-scheme:light dark;--page:#fff;--ink:#1b1b1b;--soft:#595959;--rule:#d4d4d4;--tint:#f5f5f3;--warn:#fff6e0;--edge:#b26a00;--heat:#0072b2;
          --c0:#0072b2;--c1:#c34e00;--c2:#00795a;--c3:#a8457e;--c4:#8a6100;--c5:#404040}
        @media (prefers-color-scheme:dark){:root{--page:#15171a;--ink:#e9e9e6;--soft:#a9aaa6;--rule:#3b3f44;--tint:#1e2125;--warn:#33290f;--edge:#e0a030;--heat:#1484c8;
          --c0:#56b4e9;--c1:#ff9457;--c2:#35c79d;--c3:#e79fc6;--c4:#e6b73c;--c5:#d0d0d0}}
        *{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%}
        body{margin:0 auto;max-width:46rem;padding:2.5rem 1.25rem 4rem;background:var(--page);color:var(--ink);font:1rem/1.55 Georgia,"Source Serif 4","Liberation Serif",serif}
        h1,h2,h3,table,nav,figcaption,summary,.by,.note,.card{font-family:system-ui,-apple-system,"Segoe UI","Liberation Sans",sans-serif}
        h1{font-size:1.75rem;line-height:1.2;margin:0 0 .6rem;overflow-wrap:anywhere}
        h2{font-size:1.25rem;line-height:1.3;margin:3rem 0 .8rem;padding-bottom:.3rem;border-bottom:1px solid var(--rule);overflow-wrap:anywhere}
        h3{font-size:1rem;margin:2rem 0 .5rem}
        p{margin:.6rem 0;overflow-wrap:anywhere}
        .by,figcaption{color:var(--soft);font-size:.875rem}
        .lead{font-size:1.1rem}
        nav{margin:2rem 0;font-size:.9375rem}
        nav h2{all:unset;font-weight:600}
        nav ol{margin:.4rem 0;padding-left:1.4rem}
        a{color:var(--c0)}
        .note{background:var(--warn);border-left:4px solid var(--edge);padding:.7rem 1rem;margin:1rem 0;font-size:.9375rem}
        .note p{margin:.35rem 0}
        figure{margin:1.5rem 0}
        figcaption{margin-top:.4rem;line-height:1.45}
        figcaption strong{color:var(--ink)}
        .scroll{overflow-x:auto;margin:1rem 0}
        .scroll:focus-visible{outline:2px solid var(--c0)}
        table{border-collapse:collapse;font-size:.875rem;font-variant-numeric:tabular-nums;line-height:1.35}
        caption{text-align:left;color:var(--soft);padding:0 0 .35rem}
        th,td{padding:.28rem .8rem .28rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--rule)}
        th{font-weight:600}
        tbody th{font-weight:400;min-width:5.5rem}
        thead th{border-bottom:2px solid var(--ink);vertical-align:bottom}
        .number{text-align:right;padding:.28rem 0 .28rem .8rem;white-space:nowrap}
        thead .number{white-space:normal}
        details{margin:1rem 0}
        summary{cursor:pointer;color:var(--c0);font-size:.9375rem}
        .pictures{display:grid;grid-template-columns:repeat(auto-fill,minmax(7.5rem,1fr));gap:1rem;margin:1rem 0;padding:0;list-style:none}
        .card{font-size:.8125rem;line-height:1.4;overflow-wrap:anywhere}
        .card img{display:block;width:6rem;height:6rem;image-rendering:pixelated;margin-bottom:.3rem;border:1px solid var(--rule)}
        .card span{display:block}
        .card .by{font-size:.75rem}
        svg{display:block;width:100%;min-width:26rem;max-width:40rem;height:auto}
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
        @media print{
          :root{color-scheme:light;--page:#fff;--ink:#000;--soft:#444;--rule:#bbb;--tint:#fff;--warn:#fff;--edge:#000;--heat:#0072b2;
            --c0:#0072b2;--c1:#c34e00;--c2:#00795a;--c3:#a8457e;--c4:#8a6100;--c5:#404040}
          @page{margin:18mm 16mm}
          body{max-width:none;padding:0;font-size:10.5pt}
          *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
          .scroll{overflow:visible}
          svg{min-width:0;max-width:15cm}
          figure,.card,tr,.note{break-inside:avoid}
          h2,h3,caption{break-after:avoid}
          summary{display:none}
          details::details-content{content-visibility:visible;height:auto}
        }
        """;
}
