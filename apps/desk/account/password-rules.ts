/** The two rules a page can judge by itself; the server judges all of them. */
export const meets = {
  length: (password: string, least: number): boolean => [...password].length >= least,
  kinds: (password: string): boolean =>
    [...password].length >= 16 ||
    [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/].filter(kind => kind.test(password)).length >= 3,
}
