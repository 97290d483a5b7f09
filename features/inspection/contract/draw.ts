/** Everything of the random draw: its course, its plan, its shapes. */
export * from './draw.flow.ts'
export * from './draw.schema.ts'
export * from './draw-plan.schema.ts'
