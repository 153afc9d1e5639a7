type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'repeat'>

/** Whether this sends a form from anywhere in it: Ctrl or ⌘ with Enter, pressed and not held. */
export function isSubmitKey({ key, ctrlKey, metaKey, repeat }: Pressed): boolean {
  return key === 'Enter' && (ctrlKey || metaKey) && !repeat
}
