import type { LayoutProfile } from './contract.ts'

/** GB/T 9704: 22 lines of 28 characters. */
export const defaultProfile: LayoutProfile = {
  linesPerPage: 22,
  charsPerLine: 28,
  evenPages: false,
  red: 'screen',
}
