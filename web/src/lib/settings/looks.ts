import type { Finish, Settings } from './settings';

/** The finish to show: the chosen one, else what suits the system's light or dark. */
export const finishOf = ({ finish }: Pick<Settings, 'finish'>, systemIsDark: boolean): Finish =>
  finish === 'system' ? (systemIsDark ? 'graphite' : 'walnut') : finish;

/** Tells the styles how the Deck is to look. */
export function dress(
  root: HTMLElement,
  settings: Pick<Settings, 'finish' | 'contrast' | 'motion'>,
  dark: boolean,
): void {
  root.dataset['finish'] = finishOf(settings, dark);
  root.dataset['contrast'] = settings.contrast;
  root.dataset['motion'] = settings.motion;
}
