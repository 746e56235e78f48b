/** The server answered, and said no: an RFC 9457 problem. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly type: string,
    message: string,
  ) {
    super(message);
    this.name = 'ApiProblem';
  }

  /** Reads the problem out of an answer that is not a success; any body will do. */
  static async of(response: Response): Promise<ApiProblem> {
    let body: { type?: unknown; title?: unknown; detail?: unknown } = {};
    try {
      body = (await response.json()) as typeof body;
    } catch {
      // Not JSON: the status line is all there is.
    }
    const text = [body.detail, body.title].find((t): t is string => typeof t === 'string' && t.length > 0);
    return new ApiProblem(
      response.status,
      typeof body.type === 'string' ? body.type : 'about:blank',
      text ?? `The server answered ${response.status}.`,
    );
  }
}

/** No answer at all: the server is not running or cannot be reached. */
export class ServerGone extends Error {
  constructor() {
    super('MoodDeck’s server does not answer.');
    this.name = 'ServerGone';
  }
}
