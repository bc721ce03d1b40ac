# One node with everything in it. Build and run: docker compose up --build

FROM node:24-bookworm-slim AS pages
WORKDIR /app
COPY package.json package-lock.json .npmrc tsconfig.base.json ./
COPY packages ./packages
COPY apps ./apps
COPY tests/package.json ./tests/package.json
RUN ["npm", "ci", "-w", "@hefboom/web"]
RUN ["npm", "run", "build", "-w", "@hefboom/web"]

FROM node:24-bookworm-slim AS modules
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY packages ./packages
COPY apps ./apps
COPY tests/package.json ./tests/package.json
RUN ["npm", "ci", "--omit=dev", "-w", "@hefboom/server"]

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY --from=modules /app/node_modules ./node_modules
COPY package.json ./
COPY packages ./packages
COPY apps/server ./apps/server
COPY --from=pages /app/apps/web/dist ./apps/web/dist
RUN ["install", "--directory", "--owner=node", "--group=node", "/data"]
USER node
VOLUME ["/data"]
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=3s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself is process 1, so that it gets SIGTERM, stores what is under way and tells everybody to come back.
CMD ["node", "apps/server/src/main.ts"]
