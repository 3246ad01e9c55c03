# The service and its commands. Build the jar first: mvn package. docker/RATIONALE.md explains it.
ARG RUNTIME_IMAGE=eclipse-temurin:25-jre

FROM ${RUNTIME_IMAGE} AS assembly
COPY docker/assemble /build/
COPY target/maneuver-detection.jar /build/
RUN bash /build/assemble

FROM ${RUNTIME_IMAGE}
ARG VERSION=0.2.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="maneuver-detection" \
      org.opencontainers.image.description="Detects satellite maneuvers in public orbit data: whether, when and how a satellite maneuvered." \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"

COPY --from=assembly /opt/pytorch /opt/pytorch
COPY --from=assembly /app/lib /app/lib
COPY --from=assembly /app/maneuver-detection.jar /app/java.options /app/
COPY --from=assembly /app/cache /app/cache
COPY --from=assembly /app/licences /app/licences
COPY LICENSE /app/licences/

ENV DJL_CACHE_DIR=/opt/pytorch \
    PYTORCH_LIBRARY_PATH=/opt/pytorch/natives \
    PYTORCH_VERSION=2.7.1 \
    PYTORCH_FLAVOR=cpu \
    MANEUVER_STORE_DIRECTORY=/data
RUN install -d -o 10001 -g 10001 /bundles /data
VOLUME /data
WORKDIR /app
USER 10001:10001
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-8080} && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && read -r line <&3 && [[ $line == *' 200'* ]]"]
ENTRYPOINT ["java", "@/app/java.options", "-jar", "/app/maneuver-detection.jar"]
