import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { answered, api } from '../../api.ts'
import { isSample } from '../../parts/network/sample-network.ts'
import { plural } from '../../parts/week/figures.ts'

/** Networks the caller has worked on; renders nothing if there are none. */
export function Resume() {
  const { data } = useQuery({
    queryKey: ['networks', 'mine'],
    queryFn: () => answered(api.GET('/v1/networks', { params: { query: { mine: 'true' } } })),
  })
  const networks = data?.networks ?? []
  if (networks.length === 0) return null
  return (
    <section>
      <h2 className="nhsuk-heading-m">Continue with</h2>
      <ul>
        {networks.map(({ ods, name, practices }) => (
          <li key={ods}>
            <Link to="/networks/$ods" params={{ ods }}>
              {name === '' ? ods : name}
            </Link>
            {practices > 0 && `, ${plural(practices, 'practice')}`}
            {isSample(ods) && ': the sample, with invented practices and people to try things on'}
          </li>
        ))}
      </ul>
    </section>
  )
}
