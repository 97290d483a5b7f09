/** @param share 0 to 1, or more. @returns `12.3%`. */
export const percentOf = (share: number): string => `${(share * 100).toFixed(1)}%`
