/** The last part of a path of the server's machine, whichever way its system writes paths. */
export const nameOf = (path: string): string => path.split(/[/\\]/).filter(Boolean).at(-1) ?? path;
