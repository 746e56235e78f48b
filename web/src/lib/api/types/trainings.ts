// Trainings of a model of one's own, as docs/api.md gives it; what is unknown is null.

export type TrainingState = 'uploaded' | 'preparing' | 'running' | 'stopping' | 'stopped' | 'finished' | 'failed';

/** A training in a line. */
export interface TrainingSummary {
  id: string;
  name: string;
  bytes: number;
  createdAt: string;
  state: TrainingState;
  message: string | null;
  arch: string | null;
  epochs: number;
  epoch: number;
  hasModel: boolean;
  hasReport: boolean;
  inUse: boolean;
}

export interface TrainingEpoch {
  epoch: number;
  loss: number | null;
  /** By head: the share of the pictures kept aside that it reads right, 0 to 1. */
  figures: Record<string, number | null> | null;
  seconds: number | null;
}

export interface SkippedPicture {
  where: string | null;
  reason: string | null;
  /** How many pictures these are: one, or all of a folder. */
  count: number;
}

export interface Training extends TrainingSummary {
  step: number;
  steps: number;
  loss: number | null;
  imagesPerSecond: number | null;
  secondsLeft: number | null;
  learned: number | null;
  keptAside: number | null;
  history: TrainingEpoch[];
  bestEpoch: number | null;
  skipped: SkippedPicture[];
  skippedTotal: number;
}

export interface KeptModel {
  trainingId: string | null;
  name: string;
  keptAt: string;
}

export interface Trainings {
  unavailable: string | null;
  architectures: string[];
  defaults: { arch: string; epochs: number };
  limits: { uploadBytes: number; epochs: number };
  kept: KeptModel | null;
  /** Why the kept model cannot be used. */
  keptProblem: string | null;
  trainings: TrainingSummary[];
}
