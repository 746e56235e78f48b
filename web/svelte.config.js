import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

const folder = join(import.meta.dirname, 'src');
const components = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.svelte'))
    .sort();

export default {
    compilerOptions: {
        runes: true,
        // Short names for scoped styles: they stand in every template. A component's number packs better than a hash of its name.
        cssHash: ({ hash, filename }) => {
            const number = components.indexOf(relative(folder, filename));
            return number < 0 ? `s${hash(filename).slice(0, 5)}` : `s${number.toString(36)}`;
        },
    },
};
