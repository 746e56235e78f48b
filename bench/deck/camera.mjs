// A face before the camera: the picture that `bench frame` reads, swaying.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** Writes four seconds of it as a file that Chromium takes for a camera. */
export function filmFace(path) {
    const picture = join(import.meta.dirname, '../frame/frame.jpg');
    const sway = 'scale=672:504,crop=640:480:16+12*sin(2*PI*t/4):12,format=yuv420p';
    const { status, error, stderr } = spawnSync('ffmpeg', [
        '-nostdin', '-v', 'error', '-loop', '1', '-framerate', '15', '-t', '4', '-i', picture, '-vf', sway, path,
    ]);
    if (error) throw new Error('ffmpeg does not run. Install with: sudo apt-get install ffmpeg');
    if (status !== 0) throw new Error(`ffmpeg could not film the face: ${stderr.toString().trim()}`);
}
