import type { Conformity } from '../contract.ts'
import type { ChildImages } from '../pdf/child-images.ts'
import type { Compiler } from '../pdf/engine.ts'
import type { Job } from '../pdf/protocol.ts'
import type { SetIssue } from '../pdf/setting.ts'
import type { ReadPages } from '../preview/read-pages.ts'

/** What the compiled document keeps and breaks of the layout its series asks for. */
export function findFaults(
  _compiler: Compiler,
  { document }: SetIssue,
  _read: ReadPages,
  _job: Job,
  _images: ChildImages,
): Conformity {
  return { measured: { pages: document.numOfPages, linesPerPage: null, charsPerLine: null }, findings: [] }
}
