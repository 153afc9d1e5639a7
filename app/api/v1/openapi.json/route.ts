export { answerOpenApi as GET } from '@/lib/server/openapi'
