/** GB/T 9704: 22 lines of 28 characters. Apart from the contract, so that reading it loads no schemas. */
export const defaultProfile = {
  linesPerPage: 22,
  charsPerLine: 28,
  evenPages: false,
  red: 'screen' as 'screen' | 'press',
  linePitchPt: null as number | null,
  mastheadLines: 2 as 1 | 2,
  mastheadSizePt: null as number | null,
  issuedLine: true,
  pageNumbers: true,
}
