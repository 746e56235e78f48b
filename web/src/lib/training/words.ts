import type { Training, TrainingEpoch, TrainingState, TrainingSummary } from '../api/types/trainings';
import type { Text } from '../i18n/text.svelte';

/** One plain line for each architecture; a name the page does not know has none. */
export const architectureLine = (text: Text, name: string): string => text.find(`train.arch.${name}`) ?? '';

export const stateWord = (text: Text, state: TrainingState): string => text.t(`train.state.${state}`);

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

/** A share as the language writes it, in whole percent unless more digits are asked for. */
export const percent = ({ locale }: Text, share: number, digits = 0): string =>
  new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(share);

/** A number with so many digits after the point; a dash for one that is not known. */
export const fixed = ({ locale }: Text, value: number | null | undefined, digits: number): string =>
  value == null
    ? '–'
    : new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);

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
export function resultText(text: Text, training: Training): string {
  const accuracy = finalAccuracy(training);
  const { learned, keptAside } = training;
  if (accuracy === null || keptAside === 0)
    return learned === null ? text.t('train.result.unjudged') : text.t('train.result.unjudgedOf', { n: learned });

  const share = percent(text, accuracy);
  if (keptAside === null)
    return learned === null
      ? text.t('train.result.right', { share })
      : text.t('train.result.learnedRight', { n: learned, share });
  const said =
    learned === null
      ? text.t('train.result.rightOf', { n: keptAside, share })
      : text.t('train.result.learnedRightOf', { n: learned, share, aside: keptAside });
  if (keptAside >= fewPictures) return said;
  const [low, high] = wilson(accuracy, keptAside).map((bound) => percent(text, bound));
  return `${said} ${text.t('train.result.few', { low: low ?? '', high: high ?? '' })}`;
}

/** Why a picture was skipped. The trainer advises a word for its command line; here a folder's name is all there is. */
export function skipText(text: Text, reason: string | null): string {
  if (reason === null) return text.t('train.skipped.unread');
  const folder = /^(.*?); map it with --label .*$/s.exec(reason);
  return folder?.[1] === undefined ? reason : text.t('train.skipped.rename', { reason: folder[1] });
}

/** How long something still takes, roughly, as a person would say it. */
export function timeLeft(text: Text, seconds: number | null): string {
  if (seconds === null || !Number.isFinite(seconds) || seconds < 0) return '';
  if (seconds < 10) return text.t('train.left.few');
  if (seconds < 90) return text.t('train.left.seconds', { n: Math.round(seconds / 5) * 5 });
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return text.t('train.left.minutes', { n: minutes });
  const hours = seconds / 3600;
  return text.t('train.left.hours', { n: hours < 10 ? Math.round(hours * 10) / 10 : Math.round(hours) });
}

/** A file's size as the language writes it. */
export function sizeText({ locale }: Text, bytes: number): string {
  const small = bytes < 1_000_000;
  const size = small ? Math.max(1, Math.round(bytes / 1000)) : bytes / 1e6;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: small ? 'kilobyte' : 'megabyte',
    maximumFractionDigits: small || size >= 10 ? 0 : 1,
  }).format(size);
}

/** What to call a training among others: by the zip's name, and by when it came where another came by the same name. */
export function nameAmong(text: Text, all: readonly TrainingSummary[], one: TrainingSummary): string {
  if (all.filter((t) => t.name === one.name).length < 2) return one.name;
  const when = new Intl.DateTimeFormat(text.locale, {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(one.createdAt));
  return text.t('train.dated', { name: one.name, when });
}
