/** Control characters would break the lines of the canonical text; marks of direction would make it read otherwise. */
const breaking = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/** Whether a text may stand in a register: one line, whole characters, nothing that turns its direction. */
export const isPlain = (text: string): boolean => text.isWellFormed() && !breaking.test(text)

/** A code also has no blanks and nothing invisible. */
export const isPlainCode = (text: string): boolean => isPlain(text) && !/[\p{Z}\p{Cf}]/u.test(text)
