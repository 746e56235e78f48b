/**
 * The server's answer, whatever it is; the kept page where the server is gone, or says nothing for `patienceMs` (a phone that
 * left the house would otherwise wait for minutes).
 */
export async function serverFirst<T>(
  server: () => Promise<T>,
  kept: () => Promise<T | undefined>,
  patienceMs: number,
): Promise<T> {
  const answer = server();
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), patienceMs));
  try {
    const first = await Promise.race([answer, late]);
    if (first !== null) return first;
  } catch (error) {
    const page = await kept();
    if (page === undefined) throw error;
    return page;
  }
  const page = await kept();
  if (page === undefined) return answer;
  // Nobody listens to it any more.
  answer.catch(() => undefined);
  return page;
}
