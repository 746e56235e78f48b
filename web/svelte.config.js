export default {
    compilerOptions: {
        runes: true,
        // Short names for scoped styles: they stand in every template.
        cssHash: ({ hash, filename }) => `s${hash(filename).slice(0, 5)}`,
    },
};
