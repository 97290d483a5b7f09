/** @returns how many characters of `element`'s text lie before the point that was clicked; null when none was hit. */
export function clickedOffset(element: Element, x: number, y: number): number | null {
  const place = document.caretPositionFromPoint?.(x, y)
  const node = place?.offsetNode
  if (!place || !node || !element.contains(node)) return null
  const range = document.createRange()
  range.setStart(element, 0)
  range.setEnd(node, place.offset)
  return range.toString().length
}
