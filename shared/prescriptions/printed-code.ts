/** A printed code: ten characters of the alphabet that ids are written in. */
export const printedCodePattern = /^[0-9A-HJKMNP-TV-Z]{10}$/

/**
 * The code that stands on a printed prescription: the last ten characters of its id. They are of the id's random part, and
 * tell nothing: not when, not for whom. Two prescriptions made in the same millisecond have codes one after the other.
 * Nothing is opened by one: whoever has the paper and rings up says it, so that the centre finds what it is about.
 */
export function printedCode(prescriptionId: string): string {
  return prescriptionId.slice(-10)
}
