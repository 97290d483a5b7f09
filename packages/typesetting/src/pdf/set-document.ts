import type { PdfDocument } from '../contract.ts'
import { isCertificate } from '../model/is-certificate.ts'
import { isCircular } from '../model/is-circular.ts'
import type { Compiler } from './engine.ts'
import type { FontSet } from './font-set.ts'
import { setBulletin } from './set-bulletin.ts'
import { setCertificate } from './set-certificate.ts'
import { setCircular } from './set-circular.ts'
import { setMagazine } from './set-magazine.ts'
import type { SetIssue, SetOptions } from './setting.ts'

/** Composes and compiles a document in the layout it asks for. */
export function setDocument(compiler: Compiler, fonts: FontSet, options: SetOptions<PdfDocument>): SetIssue {
  const { document } = options
  if (isCertificate(document)) return setCertificate(compiler, fonts, { ...options, document })
  if (isCircular(document)) return setCircular(compiler, fonts, { ...options, document })
  const set = document.layout === 'magazine' ? setMagazine : setBulletin
  return set(compiler, fonts, { ...options, document })
}
