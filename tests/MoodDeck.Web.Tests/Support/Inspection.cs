using System.Text.Json;

namespace MoodDeck.Web.Tests.Support;

/// <summary>What a page shows to those who look for faults: axe's rules, and text that is cut or pushed out of sight.</summary>
public static class Inspection
{
    private static string AxePath => Path.Combine(AppContext.BaseDirectory, "assets", "axe.min.js");

    /// <summary>Every breach of WCAG 2.2 A and AA and of axe's best practices, one line each; empty is good.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        Assert.SkipUnless(File.Exists(AxePath), "axe-core is not installed. Install with: npm ci --prefix web");
        await page.EvaluateAsync(await File.ReadAllTextAsync(AxePath));
        var found = await page.EvaluateAsync<JsonElement>("""
            async () => (await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
              .violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')}: ${n.failureSummary}`))
            """);
        return [.. found.EnumerateArray().Select(line => line.GetString()!)];
    }

    /// <summary>
    /// Text that its box cuts off without saying so, or that lies outside the window where nothing scrolls to it; and
    /// the page itself, when it scrolls sideways. The drum of strategies turns its words into sight.
    /// </summary>
    public static async Task<IReadOnlyList<string>> CutAsync(IPage page) => [.. (await page.EvaluateAsync<JsonElement>("""
        () => {
          const lines = [];
          const root = document.documentElement;
          if (root.scrollWidth > root.clientWidth) lines.push(`the page is ${root.scrollWidth} wide in ${root.clientWidth}`);
          const scrolls = (e) => e && (/auto|scroll/.test(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
          for (const e of document.querySelectorAll('body *')) {
            if (e.closest('.unseen, .drum, svg, [aria-hidden=true], dialog:not([open]), [popover]:not(:popover-open)')) continue;
            const style = getComputedStyle(e);
            const box = e.getBoundingClientRect();
            const text = [...e.childNodes].filter((n) => n.nodeType === 3).map((n) => n.textContent.trim()).join('');
            if (!text || box.width === 0 || style.visibility === 'hidden') continue;
            const says = `${e.tagName}.${e.className}: ${text.slice(0, 40)}`;
            if (style.overflowX !== 'visible' && style.textOverflow !== 'ellipsis' && e.scrollWidth > e.clientWidth + 1 && !scrolls(e)) lines.push(`cut: ${says}`);
            if ((box.left < -1 || box.right > root.clientWidth + 1) && !scrolls(e)) lines.push(`outside: ${says}`);
          }
          return lines;
        }
        """)).EnumerateArray().Select(line => line.GetString()!)];
}
