import { describe, expect, it } from 'vitest'
import { passwordProblem } from './password-strength'

const owner = { email: 'jane.doe@desk.example', deskName: 'The River Desk' }

describe('passwordProblem', () => {
  it.each([
    ['several words', 'plum garden ladder seven'],
    ['letters and digits without a pattern', 'k7w2vz9qh4mt'],
    ['a script without case', 'красная лодка утром'],
    ['a common word among others', 'secret orchard of wind'],
  ])('accepts %s', (_case, password) => expect(passwordProblem(password, owner)).toBeNull())

  it.each([
    ['the most common word', 'Password1234!', /first that others try/],
    ['common words in a row', 'adminadminadmin', /first that others try/],
    ['a keyboard row', 'qwertyuiop[]', /first that others try/],
    ['digits in order', '0123456789012', /first that others try/],
    ['digits backwards', '987654321098', /first that others try/],
    ['one letter again and again', 'aaaaaaaaaaaaaaaa', /first that others try/],
    ['two letters again and again', 'abababababababab', /first that others try/],
    ['the password of the textbooks', 'correct horse battery staple', /first that others try/],
    ['one’s own e-mail name', 'hello Jane.Doe 77', /e-mail name/],
    ['the desk’s name', 'theriverdesk-forever', /desk’s name/],
  ])('refuses %s', (_case, password, problem) => expect(passwordProblem(password, owner)).toMatch(problem))

  it('does not look for names too short to tell', () => {
    expect(passwordProblem('plum garden ladder seven', { email: 'a@desk.example', deskName: 'X' })).toBeNull()
  })
})
