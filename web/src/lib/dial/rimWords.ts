/** The twelve words printed on the rim, counter-clockwise from the right, 30 degrees apart. */
export const rimWords = (
  [
    'pleasant',
    'happy',
    'excited',
    'energetic',
    'tense',
    'angry',
    'unpleasant',
    'sad',
    'tired',
    'calm',
    'serene',
    'content',
  ] as const
).map((name, i) => ({ name, degrees: i * 30 }));
