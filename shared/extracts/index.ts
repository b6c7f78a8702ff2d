export { dictionaryFile, extractFile } from './files.ts'
export { listExtracts } from './list.ts'
export { readDictionary, readExtract } from './read.ts'
export {
  ExtractDefinitionInput,
  ExtractDefinitionSchema,
  ExtractHead,
  ExtractSchema,
  UpdateExtractDefinition,
} from './schema.ts'
export { TakeInput, takeExtract } from './take.ts'
