#!/bin/sh
# Makes the certificates of the test hosts: an authority that only the tests trust, a host it vouches for (127.70.0.180 and
# tls.example), one whose certificate has run out, and one that vouches for itself. Valid for a hundred years.
set -eu
cd "$(dirname "$0")"
rm -f ./*.p12
signed() {
  name=$1; shift
  keytool -genkeypair -keyalg EC -groupname secp256r1 -storetype PKCS12 -storepass test-only -keystore "$name.p12" -alias "$name" -dname "CN=$name"
  keytool -exportcert -rfc -keystore authority.p12 -storepass test-only -alias authority > authority.pem
  keytool -certreq -keystore "$name.p12" -storepass test-only -alias "$name" \
    | keytool -gencert -rfc -keystore authority.p12 -storepass test-only -alias authority "$@" > "$name.pem"
  cat authority.pem "$name.pem" > chain.pem
  keytool -importcert -noprompt -keystore "$name.p12" -storepass test-only -alias "$name" -file chain.pem
  rm -f authority.pem "$name.pem" chain.pem
}
keytool -genkeypair -keyalg EC -groupname secp256r1 -storetype PKCS12 -storepass test-only -keystore authority.p12 -alias authority \
  -dname "CN=Authority of the tests" -ext bc:c -startdate 2020/01/01 -validity 36500
signed good -ext san=ip:127.70.0.180,dns:tls.example -startdate 2020/01/01 -validity 36500
signed old -ext san=ip:127.70.0.182 -startdate 2020/01/01 -validity 365
keytool -genkeypair -keyalg EC -groupname secp256r1 -storetype PKCS12 -storepass test-only -keystore self.p12 -alias self \
  -dname "CN=self" -ext san=ip:127.70.0.183 -startdate 2020/01/01 -validity 36500
keytool -exportcert -keystore authority.p12 -storepass test-only -alias authority -file authority.cer
keytool -importcert -noprompt -storetype PKCS12 -keystore trusted.p12 -storepass test-only -alias authority -file authority.cer
rm -f authority.cer authority.p12
