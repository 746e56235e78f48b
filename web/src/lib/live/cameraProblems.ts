/** Why there is no camera; what to do about it is a text of that name. */
export type CameraProblem = 'denied' | 'missing' | 'busy' | 'insecure' | 'unplugged' | 'other';

/** What kept a camera from starting, from the name of the browser's error. */
export function cameraProblem(errorName: string): CameraProblem {
  switch (errorName) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'other';
  }
}
