import type { Training, Trainings } from '../api/types/trainings';

/** A finished training of two epochs, with whatever a test wants different. */
export const training = (differences: Partial<Training> = {}): Training => ({
  id: '1',
  name: 'faces.zip',
  bytes: 340_000,
  createdAt: '2026-01-31T12:00:00Z',
  state: 'finished',
  message: null,
  arch: 'moodnet',
  epochs: 2,
  epoch: 2,
  hasModel: true,
  hasReport: true,
  inUse: false,
  step: 4,
  steps: 4,
  loss: 1.2,
  imagesPerSecond: 523.1,
  secondsLeft: null,
  learned: 54,
  keptAside: 6,
  history: [
    { epoch: 1, loss: 1.9, figures: { fer2013: 0.5 }, seconds: 2 },
    { epoch: 2, loss: 1.2, figures: { fer2013: 0.75 }, seconds: 2 },
  ],
  bestEpoch: 2,
  skipped: [{ where: 'train/happy/x.jpg', reason: 'It is no picture.', count: 1 }],
  skippedTotal: 1,
  ...differences,
});

export const trainings = (all: Training[] = [], differences: Partial<Trainings> = {}): Trainings => ({
  unavailable: null,
  architectures: ['moodnet', 'cnn'],
  defaults: { arch: 'moodnet', epochs: 30 },
  limits: { uploadBytes: 1_000_000, epochs: 500 },
  kept: null,
  keptProblem: null,
  trainings: all,
  ...differences,
});
