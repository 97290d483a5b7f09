/** A random draw (随机抽查) that anybody can replay from what was published of it. */
export const drawSchema = 'jianbao-draw/1'
