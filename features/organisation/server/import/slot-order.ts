/**
 * Siblings in their new order: those with a wish stand at that place (from 0), the others fill what is left in the order
 * they have. Two with the same wish keep their order; doing it again changes nothing.
 */
export function slotOrder(before: readonly string[], wishes: ReadonlyMap<string, number>): string[] {
  const wishing = before.filter(id => wishes.has(id)).sort((a, b) => wishes.get(a)! - wishes.get(b)!)
  const others = before.filter(id => !wishes.has(id))
  const order: string[] = []
  for (const id of wishing) {
    while (order.length < wishes.get(id)! && others.length) order.push(others.shift()!)
    order.push(id)
  }
  return [...order, ...others]
}
