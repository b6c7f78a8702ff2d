export { CompleteInput, completeHandOff } from './complete.ts'
export { Assignee, listTasks } from './list.ts'
export { HandOff, HandOffSchema, SummarySchema, TaskSchema } from './schema.ts'
export { summarizeTasks } from './summary.ts'
