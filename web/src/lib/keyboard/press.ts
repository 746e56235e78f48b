/** What of a key event the shortcuts are told by. */
export interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  repeat: boolean;
  defaultPrevented: boolean;
  isComposing: boolean;
}

/**
 * The name of a pressed key as the table of actions writes it; null for one that means something else. Keyboards that
 * write no Latin letters are read by where the key lies.
 */
export function keyName(press: KeyPress): string | null {
  if (press.defaultPrevented || press.isComposing || press.ctrlKey || press.altKey || press.metaKey) return null;
  if (press.key === ' ') return 'Space';
  if (press.key.length > 1) return press.key;
  if (press.key.charCodeAt(0) < 128) return press.key.toLowerCase();
  const byPlace = /^(?:Key|Digit)(\w)$/.exec(press.code)?.[1];
  return byPlace?.toLowerCase() ?? null;
}

/** Whoever is in one of these means the keys for it. */
const typing = [
  'input:not([type=button], [type=submit], [type=checkbox], [type=radio], [type=file])',
  'textarea',
  'select',
  '[contenteditable]:not([contenteditable=false])',
  ...['textbox', 'searchbox', 'combobox', 'listbox', 'menu', 'slider', 'spinbutton', 'tree', 'grid'].map(
    (role) => `[role=${role}]`,
  ),
].join();

/** These use a few keys themselves. */
const pressed = 'button, a[href], summary, label, input, [role=button], [role=switch], [role=tab], [role=radio]';
const ownKeys = ['Space', 'Enter', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];

/** Whether the element with the focus has a use of its own for a key. */
export function isTaken(key: string, target: Pick<Element, 'closest'> | null): boolean {
  if (!target) return false;
  if (target.closest(typing)) return true;
  return ownKeys.includes(key) && target.closest(pressed) !== null;
}
