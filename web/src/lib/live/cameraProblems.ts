/** What to tell someone whose camera did not start, from the name of the browser's error. */
export function cameraAdvice(errorName: string): string {
  switch (errorName) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'The browser keeps the camera shut. Allow it for this page (the camera sign in the address bar), then press the switch again.';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'No camera was found. Plug one in and press the switch again, or use the dial or a photo.';
    case 'NotReadableError':
    case 'AbortError':
      return 'The camera is busy in another program. Close that one and press the switch again.';
    case 'InsecureContext':
      return 'Browsers lend the camera only to safe addresses. Open MoodDeck on the machine it runs on, at http://localhost, or use the dial or a photo.';
    default:
      return 'The camera did not start. Use the dial or a photo, or press the switch to try again.';
  }
}
