/** No such pair. Large, yet small enough to add up without losing what the other costs say. */
export const forbidden = 1e6

/**
 * Cheapest way to give every row a column of its own (Jonker and Volgenant, shortest augmenting paths).
 * In: a square matrix, row after row. Out: the column of each row. Takes size³ steps, so callers cap the size.
 */
export function assign(costs: Float64Array, size: number): Int32Array {
  const rowOf = new Int32Array(size + 1).fill(-1)
  const rowPrice = new Float64Array(size)
  const price = new Float64Array(size + 1)
  const least = new Float64Array(size + 1)
  const from = new Int32Array(size + 1)
  const done = new Uint8Array(size + 1)
  for (let row = 0; row < size; row++) {
    // Column `size` is the door the new row comes in by.
    rowOf[size] = row
    least.fill(Number.POSITIVE_INFINITY)
    done.fill(0)
    let column = size
    do {
      done[column] = 1
      const at = rowOf[column]!
      let next = -1
      for (let j = 0; j < size; j++) {
        if (done[j]) continue
        const cost = costs[at * size + j]! - rowPrice[at]! - price[j]!
        if (cost < least[j]!) {
          least[j] = cost
          from[j] = column
        }
        if (next < 0 || least[j]! < least[next]!) next = j
      }
      const step = least[next]!
      for (let j = 0; j <= size; j++) {
        if (done[j]) {
          rowPrice[rowOf[j]!]! += step
          price[j]! -= step
        } else least[j]! -= step
      }
      column = next
    } while (rowOf[column]! >= 0)
    while (column !== size) {
      rowOf[column] = rowOf[from[column]!]!
      column = from[column]!
    }
  }
  const columnOf = new Int32Array(size)
  for (let j = 0; j < size; j++) columnOf[rowOf[j]!] = j
  return columnOf
}

/**
 * Pairs some of `rows` with some of `columns`; what is left alone pays its own price.
 * Out: for each row the column it goes with, or -1.
 */
export function pair(
  rows: number,
  columns: number,
  cost: (row: number, column: number) => number,
  alone: { row: (row: number) => number; column: (column: number) => number },
): Int32Array {
  const size = rows + columns
  const costs = new Float64Array(size * size)
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) costs[row * size + column] = costOf(row, column)
  function costOf(row: number, column: number): number {
    if (row < rows && column < columns) return cost(row, column)
    if (row < rows) return column - columns === row ? alone.row(row) : forbidden
    if (column < columns) return row - rows === column ? alone.column(column) : forbidden
    return 0
  }
  const all = assign(costs, size)
  return all.slice(0, rows).map(column => (column < columns ? column : -1))
}
