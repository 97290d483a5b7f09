import yauzl, { type Entry } from 'yauzl'

const isUtf8 = 0x800
const unicodePath = 0x7075

/** The name of an entry as its maker saw it: UTF-8 when it says so or reads so, otherwise GBK as Windows writes it. */
export function entryName(entry: Entry): string {
  const raw = entry.fileNameRaw
  const isMarked =
    (entry.generalPurposeBitFlag & isUtf8) !== 0 || entry.extraFields.some(({ id }) => id === unicodePath)
  const name = isMarked
    ? yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, true)
    : decode(raw)
  return name.replaceAll('\\', '/')
}

function decode(raw: Buffer): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(raw)
    } catch {
      // Not this encoding: the next one is tried.
    }
  }
  return raw.toString('latin1')
}

/** Folders, and what systems and Word leave beside the files of a person. */
export function isFurniture(name: string): boolean {
  const last = name.slice(name.lastIndexOf('/') + 1)
  return (
    last === '' ||
    /(?:^|\/)__MACOSX\//.test(name) ||
    /^(?:\.|~\$)/.test(last) ||
    /^(?:thumbs\.db|desktop\.ini)$/i.test(last)
  )
}

/** Why an entry of this name is not taken, or null. Nothing is ever written under it; an honest ZIP has no such names. */
export function nameFault(name: string): string | null {
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name)) return '文件名是绝对路径'
  return name.split('/').includes('..') ? '文件名指向压缩包之外' : null
}

/** For a person: no control or direction characters, and not longer than a file system allows. */
export function shownName(name: string): string {
  const clean = name.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, '').replace(/^(?:\.?\/)+/, '')
  return clean.length > 200 ? `…${clean.slice(-199)}` : clean || '（无名）'
}
