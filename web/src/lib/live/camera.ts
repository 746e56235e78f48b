import { cameraProblem, type CameraProblem } from './cameraProblems';

export type CameraOutcome = { stream: MediaStream } | { problem: CameraProblem };

/** Opens a camera, or says what is in the way. Sound is never asked for. */
export async function openCamera(media: MediaDevices | undefined): Promise<CameraOutcome> {
  // Browsers hide mediaDevices altogether on addresses that are neither https nor loopback.
  if (!media) return { problem: 'insecure' };
  try {
    const video = { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 15 }, facingMode: 'user' };
    return { stream: await media.getUserMedia({ video, audio: false }) };
  } catch (error) {
    return { problem: cameraProblem(error instanceof Error ? error.name : '') };
  }
}

export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
