// Imported before anything that logs: a terminal is for people, so it shows errors only. For every line of the log:
// POWERTOOLS_LOG_LEVEL=INFO npm start
process.env.POWERTOOLS_LOG_LEVEL ??= 'ERROR'
