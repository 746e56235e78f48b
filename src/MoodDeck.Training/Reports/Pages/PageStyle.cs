using MoodDeck.Training.Reports.Plots;

namespace MoodDeck.Training.Reports.Pages;

/// <summary>How a report looks: light, dark and on paper.</summary>
internal static class PageStyle
{
    /// <summary>The style sheet. It has no character that XML would have to escape.</summary>
    public const string Css = PlotStyle.Colours + Page + PlotStyle.Marks + Paper;

    private const string Page =
        """

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

        """;

    private const string Paper =
        """

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
