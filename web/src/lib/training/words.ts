import type { Training, TrainingEpoch, TrainingState, TrainingSummary } from '../api/types';

/** One plain line for each architecture; a name the page does not know has none. */
const architectures: Record<string, string> = {
  moodnet: 'MoodDeck’s own. The best for its size; choose it unless you want to compare.',
  cnn: 'A plain small network, as in course projects. Fast, and not the most accurate.',
  dcnn: 'A deeper plain network. Slower than the small one, and usually better.',
  resnet18: 'A well-known network of 18 layers with shortcuts. Accurate and slow on this machine.',
  vgg19: 'An older, heavy network of 19 layers. The slowest; for comparison.',
};

export const architectureLine = (name: string): string => architectures[name] ?? '';

export const stateWords: Record<TrainingState, string> = {
  uploaded: 'ready to start',
  preparing: 'reading the pictures',
  running: 'training',
  stopping: 'stopping, writing a checkpoint',
  stopped: 'stopped',
  finished: 'finished',
  failed: 'did not work',
};

/** Whether something goes on that is worth watching. */
export const isActive = (state: TrainingState): boolean => ['preparing', 'running', 'stopping'].includes(state);

/** The share read right of the pictures kept aside; of several heads the one that faces are read with. */
export function accuracyOf(epoch: TrainingEpoch): number | null {
  const figures = epoch.figures ?? {};
  const known = figures['ferplus'] ?? figures['fer2013'] ?? Object.values(figures)[0] ?? null;
  return known !== null && known >= 0 && known <= 1 ? known : null;
}

/** The accuracy of the weights that were kept; null where none is known. */
export function finalAccuracy(training: Training): number | null {
  const best = training.history.find((e) => e.epoch === training.bestEpoch) ?? training.history.at(-1);
  return best ? accuracyOf(best) : null;
}

export const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** The 95 % interval of a share seen in n trials (Wilson 1927). */
export function wilson(share: number, n: number): [number, number] {
  const z = 1.96;
  const middle = share + (z * z) / (2 * n);
  const spread = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const whole = 1 + (z * z) / n;
  return [Math.max(0, (middle - spread) / whole), Math.min(1, (middle + spread) / whole)];
}

/** A figure of so few pictures is said with its interval. */
const fewPictures = 400;

/** What came of a training, in sentences that claim no more than is known. */
export function resultText(training: Training): string {
  const accuracy = finalAccuracy(training);
  const { learned, keptAside } = training;
  const trained = learned === null ? 'Trained' : `Trained on ${learned.toLocaleString('en')} pictures`;
  if (accuracy === null || keptAside === 0)
    return `${trained}; none were kept aside, so how often it is right is not known.`;
  const aside =
    keptAside === null ? 'the pictures kept aside' : `the ${keptAside.toLocaleString('en')} pictures kept aside`;
  const text = `${trained}, right on ${percent(accuracy)} of ${aside}.`;
  if (keptAside === null || keptAside >= fewPictures) return text;
  const [low, high] = wilson(accuracy, keptAside);
  return `${text} So few tell little: on other pictures like these it may be anything from ${percent(low)} to ${percent(high)}.`;
}

/** Why a picture was skipped. The trainer advises a word for its command line; here a folder's name is all there is. */
export const skipText = (reason: string | null): string =>
  (reason ?? 'it could not be read').replace(
    /; map it with --label .*$/s,
    '; rename its folder, and choose the zip again',
  );

/** How long something still takes, roughly, as a person would say it. */
export function timeLeft(seconds: number | null): string {
  if (seconds === null || !Number.isFinite(seconds) || seconds < 0) return '';
  if (seconds < 10) return 'a few seconds';
  if (seconds < 90) return `${Math.round(seconds / 5) * 5} seconds`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${minutes} minutes`;
  const hours = seconds / 3600;
  return hours < 10 ? `${hours.toFixed(1)} hours` : `${Math.round(hours)} hours`;
}

export function sizeText(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`;
  return `${bytes < 10_000_000 ? (bytes / 1e6).toFixed(1) : Math.round(bytes / 1e6)} MB`;
}

/** What to call a training among others: by the zip's name, and by when it came where another came by the same name. */
export function nameAmong(all: readonly TrainingSummary[], one: TrainingSummary): string {
  if (all.filter((t) => t.name === one.name).length < 2) return one.name;
  const when = new Date(one.createdAt);
  const text = when.toLocaleString('en', {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
  return `${one.name}, ${text}`;
}
