import type { Place } from '../contract.ts'
import type { TextLines } from './measure-pages.ts'

/** What the templates tell of where things came to stand; `y` in points from the upper edge, on a base line or an edge. */
export type PageMark = { at: Place | Record<string, never>; page: number; y: number } & (
  | { kind: 'start' | 'end' | 'heading' | 'table' | 'imprint' }
  | { kind: 'figure'; width: number }
)

/** Marks of a document by the things they stand for. */
export class PlacedMarks {
  readonly all: readonly PageMark[]
  readonly #byPlace = new Map<string, PageMark[]>()

  constructor(all: readonly PageMark[]) {
    this.all = all
    for (const mark of all) {
      const key = keyOf(mark.at)
      const here = this.#byPlace.get(key)
      if (here) here.push(mark)
      else this.#byPlace.set(key, [mark])
    }
  }

  of(at: Place | null): readonly PageMark[] {
    return at === null ? [] : (this.#byPlace.get(keyOf(at)) ?? [])
  }

  /** Where texts stand on each page. */
  texts(): TextLines[] {
    const texts: TextLines[] = []
    for (const marks of this.#byPlace.values()) {
      const start = marks.find(mark => mark.kind === 'start')
      const end = marks.findLast(mark => mark.kind === 'end')
      if (!start || !end) continue
      for (let page = start.page; page <= end.page; page++)
        texts.push({
          page,
          from: page === start.page ? start.y : 0,
          to: page === end.page ? end.y : Number.POSITIVE_INFINITY,
        })
    }
    return texts
  }

  /** The page on which a thing begins; null where nothing of it was marked. */
  pageOf(at: Place | null): number | null {
    return this.of(at)[0]?.page ?? null
  }
}

function keyOf({ column, attachment, article, block }: Partial<Place>): string {
  return [column, attachment, article, block].join()
}
