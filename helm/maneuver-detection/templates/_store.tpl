{{- define "maneuver.storeClaim" -}}
{{- .Values.store.embedded.existingClaim | default (printf "%s-store" (include "maneuver.name" .)) -}}
{{- end -}}

{{- define "maneuver.store.environment" -}}
{{- if eq .Values.store.kind "postgresql" -}}
{{- with .Values.store.postgresql -}}
{{- if not (and .host .existingSecret) -}}
{{- fail "store.postgresql: set host and existingSecret" -}}
{{- end -}}
- name: MANEUVER_STORE_URL
  value: {{ printf "jdbc:postgresql://%s:%d/%s%s" .host (int .port) .database (.parameters | empty | ternary "" (print "?" .parameters)) | quote }}
- name: MANEUVER_STORE_USER
  valueFrom:
    secretKeyRef:
      name: {{ .existingSecret }}
      key: {{ .userKey }}
- name: MANEUVER_STORE_PASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ .existingSecret }}
      key: {{ .passwordKey }}
{{- end -}}
{{- else if eq .Values.store.kind "embedded" -}}
{{- if or .Values.autoscaling.enabled (gt (int .Values.replicas) 1) -}}
{{- fail "store: an embedded store belongs to one pod: set replicas to 1 without autoscaling, or kind to postgresql or none" -}}
{{- end -}}
- name: MANEUVER_STORE_URL
  value: ""
- name: MANEUVER_STORE_DIRECTORY
  value: /data
{{- else -}}
- name: MANEUVER_STORE_URL
  value: none
{{- end -}}
{{- end -}}
