import { Readable } from 'node:stream'
import { writeSheet } from '@jianbao/platform/sheet'
import { shownCode } from '../../../contract/index.ts'
import type { MadeCode } from './make-entry-codes.ts'

/** The sheet codes are handed out from, by units. */
export function writeEntryCodes(codes: readonly MadeCode[], address: string | null): Readable {
  const columns = [
    { heading: '单位', width: 32 },
    { heading: '序号', width: 8 },
    { heading: '入场码', width: 16 },
    ...(address === null ? [] : [{ heading: '参赛网址', width: 44 }]),
  ]
  const rows = codes.map(({ unitName, at, code }) => [
    unitName,
    at,
    shownCode(code),
    ...(address === null ? [] : [address]),
  ])
  return writeSheet({ name: '入场码', columns }, Readable.from(rows))
}
