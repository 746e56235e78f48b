// Draws the icons that are no SVG, in a real Chromium: `npm run icons`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Browser } from '../../bench/deck/browser.mjs';

const shown = join(import.meta.dirname, '../public');
const [dial, plate] = [join(shown, 'icon.svg'), join(import.meta.dirname, 'maskable.svg')];

const browser = await Browser.start();
try {
    for (const [name, source, size] of [
        ['icon-192.png', dial, 192],
        ['icon-512.png', dial, 512],
        ['icon-maskable-512.png', plate, 512],
        ['apple-touch-icon.png', plate, 180],
    ]) {
        const tab = await browser.tab();
        const metrics = { width: size, height: size, deviceScaleFactor: 1, mobile: false };
        await tab.send('Emulation.setDeviceMetricsOverride', metrics);
        await tab.send('Emulation.setDefaultBackgroundColorOverride', { color: { r: 0, g: 0, b: 0, a: 0 } });
        const picture = `data:image/svg+xml;base64,${readFileSync(source).toString('base64')}`;
        await tab.open(
            `data:text/html,<body style="margin:0"><img src="${picture}" style="display:block;width:100vw">`,
        );
        const { data } = await tab.send('Page.captureScreenshot', { format: 'png' });
        writeFileSync(join(shown, name), Buffer.from(data, 'base64'));
        await tab.close();
    }
} finally {
    await browser.stop();
}
