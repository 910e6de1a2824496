# The service or a worker, as an unprivileged user: `docker build -t rota .`. compose.yaml shows both at work.
# What it takes is what reliability/topology.ts proves on loopback; tests/reliability/containers.test.ts holds them together.

FROM node:24.21.0-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
COPY web/package.json ./web/
RUN npm ci --omit=dev --no-audit --no-fund && npm cache clean --force

FROM node:24.21.0-bookworm-slim AS pages
WORKDIR /app
COPY package.json package-lock.json tsconfig.json ./
COPY web ./web
COPY client ./client
RUN npm ci --no-audit --no-fund && npm run pages

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY src ./src
COPY solver ./solver
COPY api ./api
COPY cli ./cli
COPY data ./data
COPY fixtures ./fixtures
COPY --from=pages /app/web/dist ./web/dist
# Its only own folder, for whoever runs it without a PostgreSQL server: mount it, and say --data /data.
RUN mkdir /data && chown node:node /data
USER node
EXPOSE 8080
# Whether it can work, which takes its database. A worker needs its own, with --metrics-port: see compose.yaml.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8080/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "cli/rota.mjs"]
CMD ["serve", "--solvers", "1", "--host", "127.0.0.1", "--port", "8080", "--data", "/data"]
