/** The width of a text in a font; by the number of its signs where nothing can be drawn. */
export function widthIn(font: string): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  const known = new Map<string, number>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (context) context.font = font;
    const width = context ? context.measureText(text).width : text.length * 7;
    known.set(text, width);
    return width;
  };
}
