/** Events of an issue as a flat list, each with the address of its place in the document. */
type Figure = { readonly surface: string; readonly of: string | null }
type Event = { readonly act: string; readonly figures: readonly Figure[] }
type Column<E extends Event> = { readonly articles: readonly { readonly events: readonly E[] }[] }

export type ListedEvent<E extends Event> = { readonly event: E; readonly at: string }

/** @returns events in reading order; `at` is the name the document page knows the event by. */
export function listEvents<E extends Event>(columns: readonly Column<E>[]): ListedEvent<E>[] {
  return columns.flatMap((column, c) =>
    column.articles.flatMap((article, a) =>
      article.events.map((event, e) => ({ event, at: `e${c}.${a}.${e}` })),
    ),
  )
}
