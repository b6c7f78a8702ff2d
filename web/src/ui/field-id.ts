/** The id of the field that a pointer (`#/names/given`) means. */
export function fieldId(pointer: string): string {
  return `field-${pointer.replace(/[^A-Za-z0-9]+/g, '-')}`
}
