import { cameraAdvice } from './cameraProblems';

export type CameraOutcome = { stream: MediaStream } | { advice: string };

/** Opens a camera, or says what to do about it. Sound is never asked for. */
export async function openCamera(media: MediaDevices | undefined): Promise<CameraOutcome> {
  // Browsers hide mediaDevices altogether on addresses that are neither https nor loopback.
  if (!media) return { advice: cameraAdvice('InsecureContext') };
  try {
    const video = { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 15 }, facingMode: 'user' };
    return { stream: await media.getUserMedia({ video, audio: false }) };
  } catch (error) {
    return { advice: cameraAdvice(error instanceof Error ? error.name : '') };
  }
}

export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
